import { Link, LinkButton } from "../navigation/link.tsx";
import { NEW_RULE, places } from "../navigation/route.ts";
import { Badge } from "../parts/badge.tsx";
import { rulesWords as words } from "../wording/rules.ts";
import { ruleSentence } from "../wording/words.ts";
import type { SectionProps } from "./section-props.ts";

export function RulesSection({ settings: { rules, journals } }: Pick<SectionProps, "settings">) {
  const nameOf = (journalId: string) =>
    journals.find((journal) => journal.journalId === journalId)?.name ?? journalId;
  return (
    <div className="docket-stack">
      <p>{words.text}</p>
      {rules.length === 0 && <p>{words.none}</p>}
      <ul className="docket-plain docket-list">
        {rules.map((rule) => (
          <li key={rule.ruleId} className="docket-spread">
            <Link to={places.rule(rule.ruleId)}>{ruleSentence(rule, nameOf(rule.journalId))}</Link>
            {rule.isActive ? (
              <Badge tone="success">{words.active}</Badge>
            ) : (
              <Badge>{words.inactive}</Badge>
            )}
          </li>
        ))}
      </ul>
      <p>
        <LinkButton variant="primary" to={places.rule(NEW_RULE)}>
          {words.add}
        </LinkButton>
      </p>
    </div>
  );
}
