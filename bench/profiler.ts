/** Preloaded into a server that is to be profiled: SIGUSR2 begins a CPU profile, and the next one writes it to a file. */
import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 100 });
let isRunning = false;

process.on('SIGUSR2', async () => {
  isRunning = !isRunning;
  if (isRunning) {
    await session.post('Profiler.start');
    return;
  }
  const { profile }: { profile: Profiler.Profile } = await session.post('Profiler.stop');
  writeFileSync(process.env.LOCALYUN_BENCH_PROFILE ?? 'localyun.cpuprofile', JSON.stringify(profile));
});
