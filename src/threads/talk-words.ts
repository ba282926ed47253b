/** Greetings to the whole group. */
export const greets = /大家好|各位.{0,4}好|(?:晚上|下午|上午|早上|中午)好/;
/** Words that say what a talk is about. */
export const presents =
  /(?:今天|今晚|这次|本次).{0,30}(?:分享|主题)|分享(?:的)?(?:主题|内容|题目)|(?:给|跟|和|为|与)大家.{0,6}(?:分享|介绍|聊|讲)/;
/** Words with which a guest may begin. */
export const opens =
  /大家好|各位.{0,4}好|(?:晚上|下午|上午)好|自我介绍|先介绍(?:一下)?(?:自己|我)|我(?:就)?开始了|那?(?:我们)?(?:就)?(?:正式)?开始(?:吧|了|哈|分享)|(?:今天|今晚).{0,12}(?:分享|聊)|分享(?:的)?(?:主题|内容|题目)/;
/** Words with which a guest takes his leave, or hands over to questions. */
export const closes =
  /(?:分享|讲|说|聊|写|解读|介绍|内容|今天|今晚|先|就).{0,6}到(?:这|此)|分享.{0,8}(?:结束|完毕|完了)|(?:大家|各位)?(?:有|还有)(?:什么|啥|任何)?(?:问题|疑问)(?:的话)?.{0,4}(?:可以|欢迎|随时|请|尽管|提出|问我)|(?:大家|各位|看看|再看).{0,8}(?:还)?有(?:没有)?(?:什么|啥|其他|没有)?(?:问题|疑问)|(?:欢迎|开始|可以)(?:大家)?(?:提问|答疑)|以上.{0,3}(?:是|为).{0,10}(?:分享|内容)|分享.{0,8}(?:以上|就是这些|就这些)|我的分享|谢谢(?:大家|各位)(?:的?(?:聆听|收听|时间))?[。.！!]?$|分享完|^Q\s*&\s*A$/i;
/** The closing words that ask for questions. */
export const asksForQuestions = /(?:大家|各位|看看).{0,12}有.{0,6}问题|欢迎.{0,6}提问/;
/** Words that stand around a talk. */
export const talkWord = /分享|签到|嘉宾|主题/;
