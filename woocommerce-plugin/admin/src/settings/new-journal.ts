import type { Journal } from "#domain/merchant";

/** A journal with an id and a pattern that none of the others has. */
export function newJournal(journals: readonly Pick<Journal, "journalId">[], name: string): Journal {
  const taken = new Set(journals.map(({ journalId }) => journalId));
  let count = journals.length + 1;
  while (taken.has(`journal-${count}`)) count += 1;
  return {
    journalId: `journal-${count}`,
    name,
    pattern: `J${count}-{year}-{number:4}`,
    startNumber: 1,
    resetsYearly: true,
  };
}
