import { type Domain, domains } from '../threads/index.js';
import type { ChartOptions } from './chart.js';
import { paletteOf } from './theme.js';

const names: Record<ChartOptions['lang'], Record<Domain, string>> = {
  zh: { payments: '支付行业', work: '职场与群务', social: '闲聊' },
  en: { payments: 'Payments', work: 'Work and group', social: 'Small talk' },
};

/** Colour by the field `domain`; the legend names those that occur, each always in its own colour. */
export function domainColor(present: Iterable<Domain>, { lang, theme }: ChartOptions) {
  const shown = new Set(present);
  const name = names[lang];
  return {
    field: 'domain',
    type: 'nominal',
    scale: { domain: domains.map((d) => name[d]), range: domains.map((d) => paletteOf(theme).domains[d]) },
    legend: { values: domains.filter((d) => shown.has(d)).map((d) => name[d]) },
  } as const;
}

/** What a domain is called, which is also its value in the field `domain`. */
export function domainName(domain: Domain, { lang }: ChartOptions): string {
  return names[lang][domain];
}
