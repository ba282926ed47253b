/** The 140 most frequent surnames of China (public statistics of the Ministry of Public Security), two-character ones last. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严赖覃洪武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍';
const double = /^(欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|令狐|慕容)/;

/** Places, trades and companies of a name card that begin with a surname's character. */
const noNames = new Set(
  (
    '武汉 宁波 宁夏 温州 江苏 江西 江门 江阴 安徽 安庆 安阳 沈阳 唐山 黄山 黄石 石家庄 邢台 金华 郑州 苏州 徐州 柳州 梅州 贺州 邵阳 吕梁 包头 ' +
    '万州 余杭 马鞍山 金融 金服 方案 安全 程序 程序员 钱包 苏宁 万达'
  ).split(' '),
);

/** What parts a card-like display name: `名-公司-岗位-城市`. */
const separator = /[-_—–|｜·~～/\\、,，+＋()（）&\s]+/u;

/** Question marks in a name are emoji that the exporter lost. */
const lost = /\?+/g;

/** A name taken apart. */
interface ReadName {
  key: string;
  parts: readonly string[];
  personal: readonly string[];
  telling: readonly string[];
}

/** The same names are compared over and over: so many are remembered, more than a year of a large group has. */
const mostRemembered = 20_000;
let remembered = new Map<string, ReadName>();

function read(name: string): ReadName {
  const known = remembered.get(name);
  if (known) return known;
  const split = name.normalize('NFKC').toLowerCase().replace(lost, '').split(separator);
  const parts = split.filter(Boolean);
  const personal = parts.filter(isPersonal);
  const telling = parts.filter((part, i) => personal.includes(part) || (i === 0 && part.length >= 2));
  const found = { key: split.join(''), parts, personal, telling };
  if (remembered.size >= mostRemembered) remembered = new Map();
  remembered.set(name, found);
  return found;
}

/** A name for comparing: no damage, no separators, no case. */
export const nameKey = (name: string): string => read(name).key;

/** The parts of a card-like display name, the damage gone. */
export const nameParts = (name: string): readonly string[] => read(name).parts;

/** Whether a part of a name looks like the person's own: two or three characters that begin with a surname. */
export const isPersonal = (part: string): boolean =>
  !noNames.has(part) &&
  ((/^\p{Script=Han}{2,3}$/u.test(part) && surnames.includes(part[0]!)) ||
    (/^\p{Script=Han}{3,4}$/u.test(part) && double.test(part)));

/** The parts of a name that are its bearer's own. */
export const personalParts = (name: string): readonly string[] => read(name).personal;

/** The parts of a name that may tell its bearer: personal ones, and the first where it is long enough. */
export const tellingParts = (name: string): readonly string[] => read(name).telling;

/** Whether two names are of two people, whatever else speaks for one: each has a personal part, and they share none. */
export function areTwoPeople(a: string, b: string): boolean {
  const [x, y] = [personalParts(a), personalParts(b)];
  return x.length > 0 && y.length > 0 && !x.some((part) => y.includes(part));
}
