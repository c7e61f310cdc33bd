/** Tells the editors of a form that it writes no more: its texts are kept elsewhere. */
export const overEvent = "over";
