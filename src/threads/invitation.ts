import type { Message } from '../read/index.js';
import type { Utterance } from './utterance.js';

/** Words that invite the group to a talk of the same day (分享预告): where they stand, and the guest whom they name. */
export interface Invitation {
  at: number;
  /** The speaker whom it calls; null where it calls nobody, or somebody who does not speak under a known name. */
  guest: string | null;
}

const invites =
  /请到.{0,80}分享|有请.{0,40}分享|(?:分享|主讲)嘉宾|主讲人(?:为|是|[:：])|(?:今天|今日|今晚|稍后|马上).{0,60}(?:给|为|跟|和|与)大家.{0,12}分享|欢迎.{0,30}(?:给|为)大家.{0,8}分享/s;
const another = /(?:明天|明晚|后天|下周|周[一二三四五六日]|昨天|昨晚|上次)/;
const today = /今天|今日|今晚|稍后|马上/;
const callsOff = /分享.{0,12}(?:取消|改期|延期|推迟|调整)|(?:取消|推迟).{0,6}分享/;

/** The invitations of a day that nobody called off afterwards. */
export function invitationsOf(utterances: readonly Utterance[], messages: readonly Message[]): Invitation[] {
  const called: Invitation[] = [];
  utterances.forEach((u, at) => {
    const { text } = messages[at]!;
    if (callsOff.test(text)) called.length = 0;
    else if (invites.test(text) && (today.test(text) || !another.test(text)) && u.form !== 'question') {
      const guest = u.to[0] ?? null;
      // a guest who opens with such words invites to his own talk: that is no announcement
      if (guest || u.toUnknown) called.push({ at, guest });
    }
  });
  return called;
}
