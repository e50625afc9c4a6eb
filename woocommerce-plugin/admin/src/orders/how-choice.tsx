import { ChoiceList } from "../parts/choice-list.tsx";
import { ordersWords as words } from "../wording/orders.ts";
import { MAKE_HOWS, type MakeHow } from "./make-document.ts";

interface HowChoiceProps {
  readonly how: MakeHow;
  readonly onChange: (how: MakeHow) => void;
}

/** How far to take a document that is made by hand. */
export const HowChoice = ({ how, onChange }: HowChoiceProps) => (
  <ChoiceList
    title={words.how}
    choices={MAKE_HOWS.map((value) => ({
      value,
      label: words.hows[value],
      help: words.howHelp[value],
    }))}
    selected={how}
    onChange={onChange}
  />
);
