import { APIError } from "better-auth/api";

/** "wrong" where better-auth refused the answer (status 4xx); anything else it throws is a fault and stays one. */
export async function wrongAnswer<T>(work: Promise<T>): Promise<T | "wrong"> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return "wrong";
    throw error;
  }
}
