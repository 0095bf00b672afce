import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How kubectl reads a text: its objects, without those it cannot decode, up to the first document it cannot parse. */
export type KubectlReading = { readonly accepts: boolean; readonly objects: readonly unknown[] };

/** Names the objects of one text; of equal length, so that a text does not change with its place. */
export function nameOf(index: number): string {
  return `t${String(index).padStart(5, '0')}`;
}

/**
 * Asks kubectl how it reads texts. The objects of a text are named by `nameOf` of its index: that tells, in one call for
 * many files, which object comes from which. A call whose answers cannot be told apart is made again in halves.
 */
export async function askKubectl(texts: readonly string[], folder: string): Promise<KubectlReading[]> {
  const files = texts.map((text, index): File => {
    const path = join(folder, `${nameOf(index)}.yaml`);
    writeFileSync(path, text);
    return { path, name: nameOf(index) };
  });
  const queue: File[][] = [];
  for (let from = 0; from < files.length; from += batch) queue.push(files.slice(from, from + batch));
  const readings: Readings = new Map();
  await Promise.all([work(queue, readings), work(queue, readings)]);
  return files.map(({ name }) => readings.get(name) ?? { accepts: false, objects: [] });
}

type File = { readonly path: string; readonly name: string };
type Readings = Map<string, { accepts: boolean; objects: unknown[] }>;

/** Files of one call: it costs about 100 ms however many there are. */
const batch = 64;

async function work(queue: File[][], answers: Readings): Promise<void> {
  for (let files = queue.pop(); files !== undefined; files = queue.pop()) {
    const readings = await ask(files);
    if (readings === null) {
      const middle = files.length >>> 1;
      queue.push(files.slice(0, middle), files.slice(middle));
    } else for (const [name, reading] of readings) answers.set(name, reading);
  }
}

/** Reads files with one call. null when it does not say which object comes from which file. */
async function ask(files: readonly File[]): Promise<Readings | null> {
  const paths = files.flatMap(({ path }) => ['-f', path]);
  const { stdout, stderr, failed } = await call([
    'label',
    '--local',
    ...paths,
    'x=y',
    '-o',
    'json',
    '--dry-run=client',
  ]);
  const objects = parseObjects(stdout);
  const [first, second] = files;
  if (first !== undefined && second === undefined) {
    return new Map([[first.name, { accepts: !failed, objects: objects.map(withoutLabel) }]]);
  }
  const readings: Readings = new Map();
  for (const { path, name } of files) {
    readings.set(name, {
      accepts: !stderr.includes(`${path}:`) && !stderr.includes(`"${path}"`),
      objects: [],
    });
  }
  if (failed !== [...readings.values()].some(({ accepts }) => !accepts)) return null;
  for (const object of objects) {
    const reading = readings.get(String(object.metadata?.name));
    if (reading === undefined) return null;
    reading.objects.push(withoutLabel(object));
  }
  return readings;
}

type Labelled = { metadata?: { name?: unknown; labels?: Record<string, unknown> } | null };

/** kubectl prints objects one after another, indented, so that only the last line of each is a lone brace. */
function parseObjects(stdout: string): Labelled[] {
  const texts = stdout.split(/^\}$/m).map((text) => text.trim());
  return texts.filter((text) => text !== '').map((text) => JSON.parse(`${text}}`));
}

/** Takes away the label the command adds, and `metadata` when nothing else is in it: the command may have added that. */
export function withoutLabel(object: unknown): unknown {
  const { metadata: held, ...rest } = object as Labelled;
  const { labels: added, ...metadata } = held ?? {};
  const { x: _, ...labels } = added ?? {};
  const kept = Object.keys(labels).length > 0 ? { ...metadata, labels } : metadata;
  return Object.keys(kept).length > 0 ? { ...rest, metadata: kept } : rest;
}

async function call(args: readonly string[]): Promise<{ stdout: string; stderr: string; failed: boolean }> {
  try {
    return { ...(await promisify(execFile)('kubectl', args, { maxBuffer: 2 ** 28 })), failed: false };
  } catch (error) {
    // It rejects for any exit code but 0; the output is what counts. Without kubectl there is none.
    const { stdout, stderr, code } = error as { stdout?: string; stderr?: string; code?: unknown };
    if (stdout === undefined || stderr === undefined || code === 'ENOENT') throw error;
    return { stdout, stderr, failed: true };
  }
}
