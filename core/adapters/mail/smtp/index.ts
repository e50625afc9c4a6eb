export { smtpTransport } from "./smtp-transport.ts";
