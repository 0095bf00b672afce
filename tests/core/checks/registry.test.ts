import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { checks } from '../../../src/core/checks/index.ts';
import { checkGroups, kubernetesVersions } from '../../../src/model/vocabulary.ts';

const root = join(__dirname, '../../../src/core/checks');
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const ids = checks.map(({ id }) => id);

test('there is a folder for each group', () => {
  expect(folders.sort()).toEqual([...checkGroups].sort());
});

test.each(checkGroups)('%s lists the files of its folder, in order of id', (group) => {
  const files = readdirSync(join(root, group)).flatMap((file) =>
    file === 'index.ts' ? [] : [file.replace(/\.ts$/, '')],
  );
  expect(checks.filter((check) => check.group === group).map(({ id }) => id)).toEqual(files.sort());
});

test('ids are unique, in kebab-case, and say what is found', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z0-9.]+)*$/.test(id) || id.startsWith('no-'))).toEqual([]);
});

test.each(ids)('%s has a bad and a good example', (id) => {
  const folder = join(__dirname, '../../cases', id);
  expect(['pod.yaml', 'good.yaml'].filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});

/** Begins with a capital, the name of a field or of a program, and ends with a full stop. */
const sentence = /^([A-Z]|[a-z]+[A-Z.:-]|kubectl ).+\.$/;

test.each(checks)('$id: its texts are whole sentences', ({ summary, why, remedy }) => {
  for (const text of [summary, why, remedy]) expect(text).toMatch(sentence);
  expect(summary.match(/\.(\s|$)/g)).toHaveLength(1);
});

test.each(checks)('$id: its source is an address, its version one that is known', ({ source, since }) => {
  expect(new URL(source).protocol).toBe('https:');
  expect([undefined, ...kubernetesVersions]).toContain(since);
});
