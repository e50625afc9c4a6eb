import type { Finding } from "#domain/doctor";
import { useFormat } from "../frame/format-context.tsx";
import { Link } from "../navigation/link.tsx";
import { Badge, type Tone } from "../parts/badge.tsx";
import { orderHref } from "../page-facts.ts";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { findingsWords as words } from "../wording/findings.ts";
import type { MendPlace } from "./mend-place.ts";

const tones: Readonly<Record<Finding["severity"], Tone>> = {
  error: "error",
  warning: "warning",
  info: "info",
};

interface FindingsCardProps {
  readonly findings: readonly Finding[];
  readonly placeOf: (finding: Finding) => MendPlace | null;
  readonly isBusy: boolean;
  /** Undefined where looking again changes nothing. */
  readonly onCheck?: (() => void) | undefined;
}

/** What the doctor says: errors first. Good news is said too. */
export const FindingsCard = ({ findings, placeOf, isBusy, onCheck }: FindingsCardProps) => (
  <SectionCard title={words.title}>
    {findings.length === 0 && <p className="docket-quiet">{words.none}</p>}
    {worstFirst(findings).map((finding) => (
      <FindingEntry
        key={`${finding.ruleId} ${finding.field} ${finding.message.en}`}
        finding={finding}
        place={placeOf(finding)}
      />
    ))}
    {onCheck && (
      <p>
        <PushButton isDisabled={isBusy} onClick={onCheck}>
          {words.check}
        </PushButton>
      </p>
    )}
  </SectionCard>
);

const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "info"];

const worstFirst = (findings: readonly Finding[]) =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

interface FindingEntryProps {
  readonly finding: Finding;
  readonly place: MendPlace | null;
}

function FindingEntry({ finding, place }: FindingEntryProps) {
  const { language } = useFormat();
  return (
    <div className="docket-entry">
      <Badge tone={tones[finding.severity]}>{words.severities[finding.severity]}</Badge>
      <p className="docket-own-words">{finding.message[language]}</p>
      <p className="docket-line">
        {place?.kind === "place" && <Link to={place.to}>{words.mend}</Link>}
        {place?.kind === "order" && <a href={orderHref(place.orderId)}>{words.mend}</a>}
        <span className="docket-quiet">{words.rule(finding.ruleId)}</span>
      </p>
    </div>
  );
}
