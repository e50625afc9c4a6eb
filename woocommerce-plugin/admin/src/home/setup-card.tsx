import type { SetupStep } from "../api/types.ts";
import { LinkButton } from "../navigation/link.tsx";
import { places, type Place } from "../navigation/route.ts";
import { Badge } from "../parts/badge.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { homeWords } from "../wording/home.ts";

const words = homeWords.setup;

const stepPlaces: Readonly<Record<SetupStep["step"], Place>> = {
  seller: places.settings("seller"),
  numbering: places.settings("numbering"),
  payment: places.settings("seller", "seller.iban"),
  sending: places.settings("sending"),
  firstDocument: places.orders(),
};

/** The way to the first document. Gone once every step is done. */
export function SetupCard({ steps }: { readonly steps: readonly SetupStep[] }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length) return null;
  const next = steps.find(({ isDone }) => !isDone)?.step;
  return (
    <SectionCard title={words.title} text={words.progress(done, steps.length)}>
      <progress
        className="docket-progress"
        max={steps.length}
        value={done}
        aria-label={words.progress(done, steps.length)}
      />
      <ol className="docket-plain docket-stack">
        {steps.map((step) => (
          <Step key={step.step} {...step} isNext={step.step === next} />
        ))}
      </ol>
    </SectionCard>
  );
}

function Step({ step, isDone, isNext }: SetupStep & { readonly isNext: boolean }) {
  const { title, text, button } = words.steps[step];
  return (
    <li className="docket-spread">
      <div>
        <h3>
          {title} {isDone && <Badge tone="success">{words.done}</Badge>}
        </h3>
        <p className="docket-quiet">{text}</p>
      </div>
      {!isDone && (
        <LinkButton to={stepPlaces[step]} variant={isNext ? "primary" : "secondary"}>
          {button}
        </LinkButton>
      )}
    </li>
  );
}
