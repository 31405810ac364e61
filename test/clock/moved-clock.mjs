/** Loaded into a server before everything else: its wall clock is off by as many milliseconds as the file says. */
import { readFileSync } from 'node:fs';

const { now } = Date;
const file = process.env.LOCALYUN_TEST_CLOCK_FILE;
Date.now = () => now() + Number(readFileSync(file, 'utf8'));
