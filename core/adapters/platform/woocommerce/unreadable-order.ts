/** What the order says cannot be understood. The message reads on from the name of the field. */
export class UnreadableOrder extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
