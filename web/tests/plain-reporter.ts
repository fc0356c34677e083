import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with one plain line that any continuous integration can count. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = count("failed") + broken + errors.length;
    console.log(`web: ${String(count("passed"))} passed, ${String(failed)} failed`);
  }
}
