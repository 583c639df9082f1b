import { floors } from './floors.mjs'

/** Rooms without a front door: everybody above may use any of their files. */
const ground = ['kernel', 'charter', 'platform', 'ui']
const rooms = floors.flat().filter((room) => !ground.includes(room))
const any = (names) => `^src/(${names.join('|')})/`

const tests = '[.]test[.]tsx?$'
/** A part of a room is a file, or a folder once it has grown. */
const part = (...names) => `^src/[^/]+/(${names.join('|')})([.]tsx?$|/)`

const rules = [part('rules'), '^src/[^/]+/[^/]+-rules[.]ts$']
/** What tests share: a house to test in, databases, servers. */
const testSupport = ['^src/testing[a-z-]*[.]ts$', '^src/[^/]+/test-[^/]+[.]tsx?$', '^src/platform/throw-away-server[.]ts$']

const eachRoomLooksDown = floors.flatMap((floor, level) =>
  floor.map((room) => ({
    name: `${room}-looks-down`,
    comment: `${room} may only use the floors below it. Move the code up, or pass the fact in as an argument.`,
    severity: 'error',
    from: { path: any([room]) },
    to: { path: '^src/', pathNot: [any([room, ...floors.slice(0, level).flat()]), ...testSupport] },
  })),
)

export default {
  forbidden: [
    ...eachRoomLooksDown,
    {
      name: 'every-room-has-a-floor',
      comment: 'A folder of src/ that floors.mjs does not name is outside all walls. Give it a floor there.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: any(floors.flat()) },
      to: {},
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one thing, or need a third one below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'through-the-front-door',
      comment: 'Another room is entered through its index.ts: ask it for a function there.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: [tests, ...testSupport] },
      to: { path: any(rooms), pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$'] },
    },
    {
      name: 'the-door-shows-no-screens',
      comment: 'index.ts is for other rooms. Screens, API and jobs are mounted by app.ts alone.',
      severity: 'error',
      from: { path: '^src/[^/]+/index[.]ts$' },
      to: { path: part('pages', 'api', 'jobs') },
    },
    {
      name: 'rules-stay-pure',
      comment: 'Rules decide; they do not read clocks, databases or requests. Pass them what they need.',
      severity: 'error',
      from: { path: rules, pathNot: tests },
      to: { pathNot: ['^src/(kernel|charter)/', ...rules], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-stays-in-store',
      comment: 'Only store.ts speaks SQL. Give it a function that says what is wanted.',
      severity: 'error',
      from: { path: any(rooms), pathNot: [part('store'), tests] },
      to: { path: ['node_modules/kysely', 'node_modules/pg/'] },
    },
    {
      name: 'store-knows-no-web',
      comment: 'Stores, actions, rules and jobs serve pages, API and command line alike. Take plain values, return plain values.',
      severity: 'error',
      from: { path: [part('store', 'actions', 'jobs'), ...rules], pathNot: tests },
      to: { path: ['node_modules/hono', '^src/(ui/|platform/http)', part('pages', 'api')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-tests-use-tests',
      comment: 'What tests share never runs in the product.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, ...testSupport] },
      to: { path: [tests, ...testSupport, 'node_modules/vitest'] },
    },
    {
      name: 'resolvable',
      comment: 'The imported file or package is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
