import { ChoiceList } from "@shopify/polaris";
import { ordersWords as words } from "../../wording/orders.ts";
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
      helpText: words.howHelp[value],
    }))}
    selected={[how]}
    onChange={([value]: MakeHow[]) => value && onChange(value)}
  />
);
