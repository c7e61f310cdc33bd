export { emptyPayload, enqueueJob, type JobRequest } from "./queue.ts";
export {
  countWaiting,
  jobById,
  jobsOf,
  requestCancel,
  retryJob,
  type JobsHome,
  type JobState,
  type JobView,
} from "./queries.ts";
export { startJobWorker, type JobWorker, type JobWorkerOptions } from "./worker.ts";
export { Cancelled, PermanentFailure, type JobHandler, type JobInHand, type Progress } from "./handler.ts";
