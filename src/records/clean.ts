/** WeChat's own emoji as an export spells them: `[捂脸]`. `[表情]` stands for one that the exporter lost. */
const emojiNames =
  '表情 动画表情 微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 冷汗 抓狂 吐 偷笑 愉快 可爱 白眼 傲慢 饥饿 困 惊恐 流汗 憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 疯了 折磨 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢 示爱 嘴唇 爱心 心碎 蛋糕 闪电 炸弹 刀 足球 瓢虫 便便 月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 NO OK 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 跳绳 投降 激动 乱舞 献吻 左太极 右太极 嘿哈 捂脸 奸笑 机智 皱眉 耶 红包 鸡 笑脸 生病 破涕为笑 吐舌 脸红 恐惧 失望 无语 鬼魂 合十 强壮 庆祝 礼盒 吃瓜 加油 汗 天啊 社会社会 旺柴 好的 打脸 哇 翻白眼 让我看看 叹气 苦涩 裂开 發 福 蜡烛'.split(
    ' ',
  );

const emojiCode = new RegExp(`\\[(?:${emojiNames.join('|')})\\]`, 'gi');
const pictograph = /\p{Emoji_Presentation}[\ufe0f\u200d]*/gu;
/** What the exporter made of characters that it has not, or impatience: one mark asks as much. */
const marks = /([?？])[?？]+/g;
const spaces = /[ \t\u00a0\u2000-\u200a\u3000]+/g;

/** Words as a record has them: emoji, heaped question marks and doubled spaces taken out, no word changed. */
export const cleanText = (text: string): string =>
  text.replace(emojiCode, '').replace(pictograph, '').replace(marks, '$1').replace(spaces, ' ');

/**
 * What is left at the head of a remark when the name called there is gone: marks that close or part, and a quotation mark
 * before them. The exporter writes `?` for a sticker that it has not.
 */
const leftover = /^[\s，,、；;：。?？]*(?:['’=＝]+(?=[，,、；;：]))?[\s，,、；;：。?？]+/;

/** How many characters at the head of a remark are left over from what stood before it, UTF-16. */
export const leftoverLength = (text: string): number => leftover.exec(text)?.[0].length ?? 0;

/** The number of an item, anywhere in a text: `1、`, `（2）`, `3。`; not `1.5`, `12:00`, `2018.`. */
const itemNumber = /(?<![\d.\p{L}])(\d{1,2})\s*[、，.．)）:：。](?!\d)/gu;
/** `1、` at the head of a line. */
const numbered = /^\s*[（(]?(\d{1,2})\s*[、，.．)）:：](?!\d)\s*/;
/** Nothing but a short number. */
const bare = /^[\s（(]*\d{1,2}[\s、，.．)）:：/]*$/;

/**
 * How many characters of stray numbering stand at the head of each line of one speaker's, UTF-16; null of a line that is
 * nothing but a number. A number is stray where neither the one before it has been said nor the one after it comes: its
 * fellows did not get into the record.
 */
export function strayNumbers(texts: readonly string[]): (number | null)[] {
  const [first, last] = [new Map<number, number>(), new Map<number, number>()];
  texts.forEach((text, i) => {
    for (const [, digits] of text.matchAll(itemNumber)) {
      const number = Number(digits);
      if (!first.has(number)) first.set(number, i);
      last.set(number, i);
    }
  });
  return texts.map((text, i) => {
    if (bare.test(text)) return null;
    const head = numbered.exec(text);
    if (!head) return 0;
    const own = Number(head[1]);
    const isBefore = (first.get(own - 1) ?? i) < i;
    const isAfter = (last.get(own + 1) ?? -1) >= i;
    return isBefore || isAfter ? 0 : head[0].length;
  });
}
