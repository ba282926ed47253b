import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { fold } from '../text/index.js';

/** What a message is (消息种类). `answer` and `talk` show only in their place; the others in the message's own form. */
export const messageKinds = [
  'chat',
  'question',
  'answer',
  'talk',
  'notice',
  'signin',
  'reaction',
  'share',
] as const;
export type MessageKind = (typeof messageKinds)[number];

const signin = /签到|报名接龙|^(?:打卡|报到)/;
/** A call for sign-in speaks to others about it at length; a sign-in just signs in. */
const longestSignin = 14;

const notice =
  /@所有人|群公告|分享安排|(?:今天|今晚|明天|明晚|本周|下周|下期).{0,30}(?:给大家|为大家|跟大家).{0,8}分享|(?:征集|招募).{0,8}志愿者|分享.{0,12}(?:取消|改期|延期)|预约.{0,4}(?:今天|今晚|明天)?的?分享|主题是.{0,2}[“"《]|请(?:各位|大家).{0,20}(?:修改|备注).{0,6}(?:昵称|名片)|^插播/;

const marked = /[?？]/;
/** Asked in words, without a question mark: at the end of what is said, or near it. */
const worded =
  /吗(?:[，。,.!！\s]|$)|[么呢](?:\[.*)?$|为什么|为啥|怎么(?!说也)|咋|如何|什么(?:时候|意思|情况|原因|区别|样)|是什么|有什么|啥(?:意思|情况|区别)?$|是啥|(?:是|要|收|得|有)多少|多少(?:钱|个|家|号)|哪(?:个|家|里|些|位|种|边)|谁(?:有|能|知道|了解|懂|做)|是不是|有没有|能不能|会不会|可不可以|是否/;
/** Asked outright, wherever it stands. */
const requests =
  /请教|请问|求(?:大神|大佬|指点|指教|解|助|推荐|问|科普|介绍)|咨询(?:下|一下|个)|问(?:下|一下|个)|想问|想了解/;
/** What is asked in words stands within so many characters of the end. */
const nearEnd = 25;

/** Answers that quote, thank or muse in a question's words. */
const asksNot =
  /不知道(?:为什么|怎么)|(?:我(?:可以|去|再)|帮[你您他]|回头|明天)(?:先|再|去|帮[你您他])?问(?:下|一下)|怎么可能|怎么说呢|什么都|无论|不管|不是吗|我说呢|才怪|多少年|没什么|(?:谢谢|感谢).{0,6}$/;

/** A word taken up with a question mark, then a statement about it: `P2P？可以去借钱`. */
const echoes = /^[^?？，。]{1,6}[?？][^?？]{6,}[^?？吗呢么]$/;

/** Shared things whose link the exporter lost: a file's name, a bare title of a red packet. */
const sharedName = /^(?:微信红包|.{1,60}\.(?:pdf|xlsx?|docx?|pptx?|zip|rar|apk)|《[^》]{4,60}》)$/i;

/** The last character of every such name. */
const nameEnds = 'fFsSxXcCtTpPrRkK包》';
const isSharedName = (text: string) => nameEnds.includes(text.at(-1) ?? ' ') && sharedName.test(text);

const isWordless = (tokens: Token[]) =>
  tokens.every((t) => t.type === 'emoji' || t.type === 'mark' || t.type === 'mention');

/** What is left of a text for comparing with fixed phrases: no emoji, marks, digits; runs of one character shortened. */
function phraseOf(text: string, tokens: Token[]): string {
  let kept = '';
  for (const t of tokens)
    if (t.type !== 'emoji' && t.type !== 'mark' && t.type !== 'mention') kept += text.slice(t.start, t.end);
  return fold(kept).replace(/(.)\1{2,}/g, '$1$1');
}

function isReaction(text: string, tokens: Token[], reactions: ReadonlySet<string>): boolean {
  if (isWordless(tokens)) return true;
  const phrase = phraseOf(text, tokens);
  if (phrase.length > 16) return false;
  return reactions.has(phrase) || isBuiltOf(phrase, reactions);
}

const particles = '了的啊呀哈呢吧哦啦～~';

/** Whether a phrase is nothing but listed ones, one after another, with particles between them. */
function isBuiltOf(phrase: string, parts: ReadonlySet<string>): boolean {
  const reachable = [true];
  for (let end = 1; end <= phrase.length; end++) {
    reachable[end] = end > 1 && reachable[end - 1] === true && particles.includes(phrase[end - 1]!);
    for (let start = Math.max(0, end - 6); start < end && !reachable[end]; start++) {
      reachable[end] = reachable[start] === true && parts.has(phrase.slice(start, end));
    }
  }
  return reachable[phrase.length] === true;
}

/** The text without whom it calls, and without the question mark that a lost space behind a name became, from `from` on. */
function withoutMentions(text: string, tokens: Token[], from: number): string {
  let rest = '';
  for (const t of tokens) {
    if (t.type !== 'mention' || t.start < from) continue;
    rest += text.slice(from, t.start);
    from = text[t.end] === '?' ? t.end + 1 : t.end;
  }
  return (rest + text.slice(from)).trim();
}

function isQuestion(text: string): boolean {
  const asks = marked.test(text) || requests.test(text) || worded.test(text.slice(-nearEnd));
  return asks && !asksNot.test(text) && !echoes.test(text);
}

/**
 * What a message is by its own form: every kind but `answer` and `talk`.
 * @param from where its own words begin, behind what it quotes
 */
export function formOf(
  message: Message,
  tokens: Token[],
  reactions: ReadonlySet<string>,
  from = 0,
): MessageKind {
  const { text, attachments } = message;
  const bare = () =>
    tokens.filter((t) => t.type !== 'url' && !attachments.some((a) => t.start >= a.start && t.end <= a.end));
  const shares = attachments.some((a) => a.kind !== 'sticker') || tokens.some((t) => t.type === 'url');
  if (shares && isWordless(bare())) return 'share';
  if (isSharedName(text)) return 'share';
  const spoken = () => bare().filter((t) => t.type !== 'mention' && t.type !== 'mark' && t.type !== 'emoji');
  if (
    signin.test(text) &&
    (text.length <= longestSignin || /^\S*报名接龙/.test(text) || spoken().length <= 3)
  )
    return 'signin';
  if (isReaction(text, tokens, reactions)) return 'reaction';
  if (notice.test(text.slice(from))) return 'notice';
  if (isQuestion(withoutMentions(text, tokens, from))) return 'question';
  return 'chat';
}
