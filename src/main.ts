// React looks at NODE_ENV once, when it is loaded, and takes several times as long unless it says production. All imports run
// before the first statement, so the server itself comes in a second step.
process.env["NODE_ENV"] ??= "production";
await import("./server.ts");
