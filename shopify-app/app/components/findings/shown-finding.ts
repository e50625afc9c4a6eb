import type { Finding } from "#domain/doctor";

/** A finding of the doctor, in the admin's own language. */
export type ShownFinding = Omit<Finding, "message"> & { readonly message: string };

export const shownFinding = ({ message, ...finding }: Finding): ShownFinding => ({
  ...finding,
  message: message.en,
});
