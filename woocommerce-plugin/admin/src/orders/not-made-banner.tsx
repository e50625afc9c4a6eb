import { FindingTexts } from "../findings/finding-texts.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { ordersWords as words } from "../wording/orders.ts";
import { planWords } from "../wording/plan.ts";
import type { Refusal } from "./use-make-document.ts";

/** Why a document was not made, and the draft that waits when it can be mended. */
export function NotMadeBanner({ orderNumber, problem }: Refusal) {
  const { code, findings, draft, message } = problem;
  const title = words.notMade(orderNumber);
  if (findings.length === 0 && draft === null) {
    return <ProblemBanner title={title} problem={problem} />;
  }
  return (
    <Banner status="error" title={title}>
      {findings.length === 0 ? <p>{message}</p> : <FindingTexts findings={findings} />}
      {code === "allowance-reached" && (
        <p>
          <Link to={places.plan()}>{planWords.see}</Link>
        </p>
      )}
      {draft && (
        <p>
          {words.draftWaits} <Link to={places.document(draft.documentId)}>{words.openDraft}</Link>
        </p>
      )}
    </Banner>
  );
}
