/** What a thread is called that is nothing but the rules of the group, and one of nothing but red packets. */
const rules = '群规与入群须知';
const redPackets = '红包';

/** What a thread is called in which new members say who they are (自我介绍). */
export const introductions = '新人自我介绍';

/** What groups do with each other time and again (群务), by the message that opens it, and what an editor calls it. */
const affairs: readonly (readonly [RegExp, string])[] = [
  [
    /自我介绍|新人.{0,4}(?:报到|报道)|(?:大家好|各位好|你好|您好).{0,12}(?:我是|我叫)|^(?![\s\S]*招)[\s\S]*(?:职位|岗位)[:：]/,
    introductions,
  ],
  [/(?:近期|本周|下周|本月|下月|每周).{0,6}(?:分享|嘉宾).{0,4}(?:安排|排期|日程|计划)/, '近期群分享排期'],
  [/(?:线下|同城).{0,6}(?:聚会|聚餐|见面|活动)/, '线下聚会'],
];

/** The name of the group affair that a message opens, if it opens one. */
export function affairOf(opening: string): string | null {
  return affairs.find(([form]) => form.test(opening))?.[1] ?? null;
}

/** Whether a text welcomes whoever is new. */
export const welcomes = (text: string): boolean => text.includes('欢迎');

/** The rules that managers post again and again. */
const standing = /本群的?(?:建设)?的?(?:目标|宗旨|三大纪律)|群中禁止|群规(?:公告|[一二两三四五六]条)/;
/** What they ask of each who joins. */
const renaming =
  /注意(?:修)?改.{0,4}昵称|(?:修改|改)(?:一?下)?群?(?:内|里)?的?昵称[，。,.!！谢\s]*(?:@.*)?$/s;
const redPacket = /^\s*微信红包\s*$/;

/** Whether a text is the standing rules of a group (群规). */
export const isRulesOfGroup = (text: string): boolean => standing.test(text);

/** The name of what a message only repeats: the rules of the group, or that there was a red packet; null if it says something. */
export function repeatedIn(text: string): string | null {
  if (redPacket.test(text)) return redPackets;
  return isRulesOfGroup(text) || renaming.test(text) ? rules : null;
}
