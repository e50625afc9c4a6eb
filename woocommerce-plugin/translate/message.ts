/** One text of the plugin in English, and where it is used. */
export interface Message {
  readonly text: string;
  /** "" when the text has one form only. */
  readonly plural: string;
  /** Tells two uses of one text apart; "" for none. */
  readonly context: string;
  /** For the translator: what the placeholders are. */
  readonly comment: string;
  readonly place: string;
  /** Spoken by the admin page rather than by PHP. */
  readonly isScript: boolean;
}

/** Two messages of one key are one entry of a catalogue. */
export const keyOf = ({ context, text }: Pick<Message, "context" | "text">): string =>
  context === "" ? text : `${context}\u0004${text}`;
