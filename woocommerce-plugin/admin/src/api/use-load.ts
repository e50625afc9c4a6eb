import { useCallback, useEffect, useState } from "@wordpress/element";
import { call, type Answer } from "./call.ts";
import type { Problem } from "./problem.ts";

export interface Loaded<Value> {
  /** Undefined until there is one. Another path keeps the last one until the new one is there. */
  readonly value: Value | undefined;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
  /** Shows this, which was just saved, without asking again. */
  readonly replace: (value: Value) => void;
}

/** What `path` answers; "" asks nothing. Key the component by what it shows where an old value would be wrong. */
export function useLoad<Value>(path: string): Loaded<Value> {
  const [attempt, setAttempt] = useState(0);
  const [value, setValue] = useState<Value | undefined>(undefined);
  const [done, setDone] = useState<{ wanted: string; problem: Problem | null } | null>(null);
  const wanted = `${attempt} ${path}`;

  useEffect(() => {
    if (path === "") return;
    const abort = new AbortController();
    const take = (answer: Answer<Value>) => {
      if (answer.ok) setValue(answer.value);
      setDone({ wanted, problem: answer.ok ? null : answer.problem });
    };
    // Only an abort is thrown, and then nobody waits.
    call<Value>(path, { signal: abort.signal }).then(take, () => undefined);
    return () => abort.abort();
  }, [path, wanted]);

  return {
    value,
    problem: done?.problem ?? null,
    isLoading: path !== "" && done?.wanted !== wanted,
    reload: useCallback(() => setAttempt((count) => count + 1), []),
    replace: setValue,
  };
}
