import { expect, it } from 'vitest';
import { roomOf } from './rooms.ts';
import { sourceFiles } from './source-files.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** A way that leads back to where it began, or null. */
function cycleIn(graph: Graph): string[] | null {
  const done = new Set<string>();
  const follow = (node: string, way: readonly string[]): string[] | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = follow(next, [...way, node]);
      if (cycle !== null) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = follow(node, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Types count: a file that only borrows them is still read together with the other. */
const files: Graph = new Map(
  sourceFiles.map(({ path, imports }) => [path, imports.flatMap(({ file }) => (file === null ? [] : [file]))]),
);

function roomGraph(): Graph {
  const graph = new Map<string, string[]>();
  for (const { path, imports } of sourceFiles) {
    const room = roomOf(path).path;
    const others = imports.flatMap(({ file }) => (file === null ? [] : [roomOf(file).path]));
    graph.set(room, [...(graph.get(room) ?? []), ...others.filter((other) => other !== room)]);
  }
  return graph;
}

it('finds a cycle where there is one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(cycleIn(graph)).toEqual(['b', 'd', 'b']);
});

it('no file imports itself by a detour, not even for types', () => {
  expect(cycleIn(files)).toBeNull();
});

it('no room imports itself by a detour', () => {
  expect(cycleIn(roomGraph())).toBeNull();
});
