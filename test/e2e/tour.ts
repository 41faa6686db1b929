import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { story } from './story.ts';
import { openWorld } from './world.ts';

/** `npm start -- --tour`: the story step by step, with what was observed and pictures. Ends at the first failure. */
const pictures = fileURLToPath(new URL('../../.output/tour', import.meta.url));

const { world, close } = await openWorld(pictures);
try {
  for (const [index, { title, control, run }] of story.entries()) {
    process.stdout.write(`\n${index + 1}. ${title}\n`);
    if (control) process.stdout.write(`   – ${await control(world)}\n`);
    process.stdout.write(`   ✓ ${await run(world)}\n`);
  }
  process.stdout.write(
    `\nThe tour is over: ${story.length} steps, all as they should be. Pictures: ${join('.output', 'tour')}\n`,
  );
} catch (error) {
  await world.picture('failure', world.page);
  process.stdout.write(`   ✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await close();
}
