import type { Finding } from "#domain/doctor";
import { useFormat } from "../frame/format-context.tsx";

/** What has to be mended, one line each. */
export function FindingTexts({ findings }: { readonly findings: readonly Finding[] }) {
  const { language } = useFormat();
  return (
    <ul className="docket-bullets">
      {findings.map(({ ruleId, field, message }) => (
        <li key={`${ruleId} ${field} ${message.en}`}>{message[language]}</li>
      ))}
    </ul>
  );
}
