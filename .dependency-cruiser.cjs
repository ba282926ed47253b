// The rooms of src/ stand in the order in which data goes through them; a room imports only from rooms above it.
const rooms = [
  'lang',
  'read',
  'people',
  'text',
  'terms',
  'threads',
  'talks',
  'analysis',
  'corpus',
  'topics',
  'glossary',
  'compare',
  'privacy',
  'charts',
  'report',
  'records',
  'site',
  'pipeline',
  'cli',
];

module.exports = {
  forbidden: [
    ...rooms.map((room, i) => ({
      name: `${room}-imports-from-above-only`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${rooms.slice(i + 1).join('|') || 'nothing'})/` },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unknown-room',
      comment: 'A folder that is not in the list above has no place in the order.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${rooms.join('|')})/` },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
