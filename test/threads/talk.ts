/** A passage of a talk: long, and like no other. */
export const passage = (i: number) =>
  `第${i}段讲渡口的船怎么排队，先到先走，夜里再对一遍账，对不上的记在第${i}页，第二天一早补。`.repeat(3);

/** An evening with a talk: announced, signed in to, opened, closed, asked about. */
export const evening = `
  19:50 群主 @所有人 今晚八点由阿橙给大家分享，主题是“渡口的夜间对账”
  19:51 半帆 签到
  19:52 小舵 签到
  19:53 老锚 签到[玫瑰]
  20:00 阿橙 大家好，我是阿橙，今天分享渡口的夜间对账
  20:02 阿橙 ${passage(1)}
  20:04 阿橙 ${passage(2)}
  20:05 半帆 夜里对不上的账谁来补呢？
  20:06 阿橙 ${passage(3)}
  20:08 阿橙 ${passage(4)}
  20:09 小舵 谢谢分享
  20:10 阿橙 ${passage(5)}
  20:12 阿橙 我的分享就到这里，谢谢大家
  20:13 老锚 @阿橙 补的账算在哪一天？
  20:14 阿橙 @老锚 算在第二天，凭证上会写明
  20:16 小舵 我们那边的渡口是当天夜里就补完的，不等到天亮`;
