/** What a merchant's Liquid text may use: the same in a caption, a mail's subject and a mail's body. All formatted text. */
export interface TextVariables {
  readonly document: {
    /** "Factuur", "Invoice". */
    readonly title: string;
    readonly number: string;
    readonly issueDate: string;
    readonly dueDate: string;
    readonly total: string;
    readonly amountDue: string;
    readonly paymentReference: string;
    /** True when something is due and the kind asks for payment. */
    readonly isPayable: boolean;
  };
  readonly order: { readonly number: string; readonly date: string; readonly note: string };
  readonly buyer: { readonly name: string; readonly contactName: string; readonly email: string };
  readonly seller: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly website: string;
    readonly iban: string;
    readonly bic: string;
  };
}
