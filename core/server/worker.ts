import { readEnvironment } from "./wiring/environment.ts";
import { startDocket } from "./wiring/start-docket.ts";

/** `npm run worker`: the jobs in a process of their own, beside web processes that run with JOBS=off. */
const docket = await startDocket({ ...readEnvironment(process.env), runsJobs: true });
process.stdout.write(`Docket's jobs run. ${docket.whereDataLives}\n`);

const stop = () => void docket.close().then(() => process.exit(0));
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
