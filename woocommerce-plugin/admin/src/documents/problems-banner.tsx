import type { BulkProblem } from "../api/types.ts";
import { FindingTexts } from "../findings/finding-texts.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { documentsWords } from "../wording/documents.ts";
import { planWords } from "../wording/plan.ts";

interface ProblemsBannerProps {
  readonly problems: readonly BulkProblem[];
  /** How people know a document: its number, or its order. */
  readonly nameOf: (documentId: string) => string;
  /** How many drafts wait for room in the plan, where that may be why. */
  readonly heldCount?: number;
}

/** Which documents of an action could not be done, and why. Stays until the next action. */
export function ProblemsBanner({ problems, nameOf, heldCount = 0 }: ProblemsBannerProps) {
  if (problems.length === 0) return null;
  return (
    <Banner status="error" title={documentsWords.problems(problems.length)}>
      <ul className="docket-bullets">
        {problems.map(({ documentId, message, findings }) => (
          <li key={documentId}>
            <Link to={places.document(documentId)}>{nameOf(documentId)}</Link>
            {findings.length === 0 ? `: ${message}` : <FindingTexts findings={findings} />}
          </li>
        ))}
      </ul>
      {heldCount > 0 && (
        <p>
          {planWords.document.waiting(heldCount)} <Link to={places.plan()}>{planWords.see}</Link>
        </p>
      )}
    </Banner>
  );
}
