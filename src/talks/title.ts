import type { Message } from '../read/index.js';
import { cutTo } from '../text/index.js';
import { announcedTitle } from '../threads/index.js';
import type { Schedule } from './schedule.js';

/** `主题是…`, `内容主题 …`, `题目：…` in a text, and `分享《…》`. */
const themed =
  /(?:主题|题目|内容)(?:主题|内容)?(?:是|为)?[:：\s]*[“"《「]?\s*(?![得完到了不的过])([^，。,！!？?“”"《》「」\n【]{2,40})|分享\s?[“"《「]([^“”"《》「」\n]{2,40})[”"》」]/;
/** What somebody says that he speaks of. */
const spoken =
  /(?:分享|聊聊?|讲讲?|介绍)(?:一下|下|点)?(?:的?(?:主题|内容|题目)(?:是|为)?)?[:：]?\s*[“"《「]?(?![得完到了不的过]|一?下)([^，。,！!？?“”"《》「」\n]{4,30})/;
/** …in passing: `我就简单谈一下网关吧`. */
const passing = /(?:谈|说|讲|聊)一?下([^，。,！!？?\n]{2,20}?)吧/;
/** `主要围绕登记和流转来进行`. */
const around = /围绕([^，。,！!？?\n]{4,30}?)(?:来|展开|进行)/;
/** A title in its marks behind words that lead to it. */
const marked = /(?:分享|聊聊?|讲|介绍|主题|题目)[^。！!？?\n]{0,30}《([^《》\n]{4,40})》/;

const longestTopic = 40;
/** What leads to a topic without being of it. */
const leads =
  /^(?:[.。\s]*(?:分享)?的?(?:主题|题目|内容)(?:是|为)?[:：\s]*)+|^[.。\s]*(?:关于|就是|主要(?:是|讲|围绕)?)\s*/;
/** What the speaker says next to his readers, where nothing but a space parts it from the topic. */
const onward =
  /\s+(?:大家|各位|嘉宾|分享|请|现在|有兴趣|据说|由于|先|欢迎|[^\s，。]{2,4}同学).*$|(?:(?:这块|方面)的?|相关的)(?:内容|东西|知识)?(?=\s|$).*$/s;

/** A topic without what stands around it; null where nothing is left. */
const trimmedTopic = (topic: string): string | null =>
  cutTo(
    topic
      .trim()
      .replace(leads, '')
      .replace(onward, '')
      .replace(/^[“"《「\s]+|[”"》」，,\s]+$/g, ''),
    longestTopic,
  ) || null;

/** A talk's topic as an announcement words it, at most as long as a title. */
export function topicIn(text: string): string | null {
  const title = announcedTitle(text) ?? themed.exec(text)?.slice(1).find(Boolean);
  return title ? trimmedTopic(title) : null;
}

/** Opens a sentence to the readers, and no title. */
const opening =
  /^(?:hi|hello|(?:一下)?自己|大家|各位|同学们|不好意思|抱歉|我(?!.*的.{2})|[你您咱他她它]|今[天日晚儿]|明[天晚]|昨[天晚]|现在|下面|接下来|首先|这|那|也|还|就|先|好[的吧了啊]?(?=[，,\s]|$)|嗯|请|期间|谢谢|感谢|因为|由于|所以|如果|补充|继续|[\d一二三四五六七八九十]+点(?:半|钟|开始))/i;
const talking = /[吧吗呢啊哈了：:]$|请不要|请大家|发言|红包|空缺|待定|还没|稍等|开始|取消|通告|通知$/;
/** A sentence that tells something already. */
const telling = /[我你咱了。！!]|的是|[以如]下|看|大概/;

/** A candidate for a title, unless it talks to the readers. */
function titled(candidate: string | null | undefined): string | null {
  const title = candidate ? trimmedTopic(candidate) : null;
  return title && /\p{L}{2}/u.test(title) && !opening.test(title) && !talking.test(title) ? title : null;
}

/** A talk's topic as somebody announces it, unless it is none: `主题还没定`. */
export const announcedTopic = (text: string): string | null => titled(topicIn(text));

/** What a text says that is spoken of. */
function spokenIn(text: string): string | null {
  for (const form of [marked, around, spoken, passing]) {
    const title = titled(form.exec(text)?.[1]);
    if (title) return title;
  }
  return null;
}

/** The number of a chapter, and what only leads to its heading: `一、先说下…`. */
const chapter =
  /^[一二三四五六七八九十\d]{1,2}\s*[、.．]\s*(?:先?(?:说|讲|聊|谈|介绍)(?:一?下|说|讲|聊|谈)?)?/;

/** A short first line as a heading. */
const headingOf = (text: string): string | null => {
  const line = text.split('\n')[0]!.trim().replace(chapter, '');
  return line.length >= 4 && line.length <= 24 && !telling.test(line) ? titled(line) : null;
};

/** A title in its brackets, of which the closing one may have been lost; whoever shows it sets them. */
const bracketed = /^《([^《》]+)》?$/;

/** How many of a guest's first passages may say what he speaks of. */
const openingPassages = 4;

/** What a talk is called of which nobody says what it is about (无题): a name is no title. */
const untitled = '一场分享';

/**
 * A talk's title (题目): as announced, as scheduled for the day, as somebody words it, as its own first lines say; never the
 * opening of a sentence, nor anybody's name.
 */
export function titleFor(
  passages: readonly number[],
  announcements: readonly number[],
  { messages, schedule, date }: { messages: readonly Message[]; schedule: Schedule | null; date: string },
): string {
  const first = (numbers: readonly number[], find: (text: string) => string | null): string | null => {
    for (const n of numbers) {
      const found = find(messages[n - 1]!.text);
      if (found) return found;
    }
    return null;
  };
  const latest = [...announcements].reverse();
  const opens = passages.slice(0, openingPassages);
  const scheduled = schedule?.slots.find((slot) => slot.date === date && slot.guest)?.topic ?? null;
  const title =
    first(latest, announcedTitle) ??
    scheduled ??
    first(latest, (text) => announcedTopic(text) ?? spokenIn(text)) ??
    first(opens, announcedTitle) ??
    first(opens, spokenIn) ??
    first(opens, headingOf);
  return title?.replace(bracketed, '$1') ?? untitled;
}
