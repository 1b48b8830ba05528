import { FILES } from './sent-files.ts';
import { DEPARTMENT, post, type System, tell } from './system.ts';

/** Where uploads go: mostly to one submission, so that they meet there. */
const KEYS = [
  'uploads/2021/LG-FGJ/自评表.xlsx',
  'uploads/2021/LG-FGJ/自评表.xlsx',
  'uploads/2021/LG-FGJ/自评表（更正）.xlsx',
  'uploads/2021/LG-FGJ/自评表（更正）.xlsx',
  'uploads/2021/LG-GXJ/自评表.xlsx',
  'uploads/2021/LG-GXJ/自评表.xlsx',
  'uploads/2099/LG-GXJ/自评表.xlsx',
  'uploads/散件.xlsx',
];

/** A unit puts a file into the bucket, often one it has sent before; the bucket says so, as a rule. */
export function sendUpload(system: System): void {
  const { world, sent, random, weather } = system;
  const before = sent.map(({ file }) => file);
  const file = random.pick(before.length > 0 && random.chance(0.4) ? before : FILES);
  const event = world.send(file, {
    key: random.pick(KEYS),
    versionId: `v${sent.length + 1}`,
    eventTime: world.now,
  });
  sent.push({ event, file, removed: false });
  tell(system, `sent ${event.key} ${event.versionId}: ${JSON.stringify(file)}`);
  if (random.chance(weather.lost)) tell(system, `the event of ${event.versionId} is lost`);
  else post(system, system.queues.intake, event);
}

/** A unit deletes a version it has sent. */
export function deleteUpload(system: System): void {
  const standing = system.sent.filter(({ removed }) => !removed);
  if (standing.length === 0) return;
  const chosen = system.random.pick(standing);
  chosen.removed = true;
  system.world.remove(chosen.event);
  tell(system, `deleted ${chosen.event.versionId}`);
}

/** An operator takes a department out of the register or puts it back, or deploys other rules. */
export function changeJudge(system: System): void {
  const { world, random } = system;
  if (random.chance(0.3)) world.judgeVersion = `rules-${random.below(1000)}`;
  else if (world.tables.units.has(DEPARTMENT.code)) world.tables.units.delete(DEPARTMENT.code);
  else world.tables.units.set(DEPARTMENT.code, DEPARTMENT);
  tell(system, 'the register or the rules changed');
}
