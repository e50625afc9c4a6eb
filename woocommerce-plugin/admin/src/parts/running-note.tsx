import { Spinner } from "@wordpress/components";

/** Says what is being done. Read aloud by a screen reader; empty when nothing is. */
export const RunningNote = ({ text }: { readonly text: string | null }) => (
  <output className="docket-running">
    {text && (
      <>
        <Spinner />
        <span>{text}</span>
      </>
    )}
  </output>
);
