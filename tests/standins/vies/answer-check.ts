import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

export interface ViesState {
  /** Names by the numbers in use; "" where the country does not tell. */
  readonly names: Map<string, string>;
  /** Errors by country. */
  readonly errors: Map<string, string>;
  /** Questions that wait for their answer, by country. */
  readonly inHand: Map<string, number>;
  delayMilliseconds: number;
  mostAtOnce: number;
  consultations: number;
}

interface Reply {
  readonly status: number;
  readonly value: unknown;
}

const MEMBER_STATES =
  "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI".split(" ");
/** The type `vatNumber` of the service's WSDL. */
const NUMBER = /^[0-9A-Za-z+*.]{2,12}$/;
const UNTOLD = "---";

const requestSchema = z.object({
  countryCode: z.string().min(1),
  vatNumber: z.string().min(1),
  requesterMemberStateCode: z.string().default(""),
  requesterNumber: z.string().default(""),
});
type Request = z.infer<typeof requestSchema>;

/** Malformed requests are refused with status 400; what the registers say, errors too, comes with 200. */
export async function answerCheck(state: ViesState, body: unknown): Promise<Reply> {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return refuse(400, "VOW-ERR-11", "A mandatory field is missing");
  const request = parsed.data;
  const refusal = refusalOf(request) ?? requesterRefusalOf(state, request);
  if (refusal !== undefined) return refusal;
  const { countryCode } = request;
  const before = state.inHand.get(countryCode) ?? 0;
  if (before >= state.mostAtOnce) return refuse(200, "MS_MAX_CONCURRENT_REQ");
  state.inHand.set(countryCode, before + 1);
  await wait(state.delayMilliseconds, undefined, { ref: false });
  state.inHand.set(countryCode, (state.inHand.get(countryCode) ?? 1) - 1);
  const error = state.errors.get(countryCode);
  return error === undefined ? judge(state, request) : refuse(200, error);
}

function refusalOf({ countryCode, vatNumber }: Request): Reply | undefined {
  if (!MEMBER_STATES.includes(countryCode)) return refuse(200, "INVALID_INPUT");
  if (NUMBER.test(vatNumber)) return undefined;
  return refuse(400, "VOW-ERR-2600", "The Vat number does not respect the configured pattern");
}

function requesterRefusalOf(state: ViesState, request: Request): Reply | undefined {
  const { requesterMemberStateCode: country, requesterNumber: number } = request;
  if (country === "" && number === "") return undefined;
  if (!MEMBER_STATES.includes(country))
    return refuse(400, "VOW-ERR-2500", "The requester member state code is invalid.");
  if (!NUMBER.test(number))
    return refuse(400, "VOW-ERR-2700", "The requester VAT number does not respect the pattern");
  return state.names.has(country + number) ? undefined : refuse(200, "INVALID_REQUESTER_INFO");
}

function judge(state: ViesState, request: Request): Reply {
  const { countryCode, vatNumber, requesterNumber } = request;
  const name = state.names.get(countryCode + vatNumber);
  if (requesterNumber !== "") state.consultations += 1;
  return {
    status: 200,
    value: {
      countryCode,
      vatNumber,
      requestDate: new Date().toISOString(),
      valid: name !== undefined,
      requestIdentifier:
        requesterNumber === "" ? "" : `WAPIAAAA${String(state.consultations).padStart(8, "0")}`,
      name: name || UNTOLD,
      address: UNTOLD,
      traderName: UNTOLD,
      traderStreet: UNTOLD,
      traderPostalCode: UNTOLD,
      traderCity: UNTOLD,
      traderCompanyType: UNTOLD,
      traderNameMatch: "NOT_PROCESSED",
      traderStreetMatch: "NOT_PROCESSED",
      traderPostalCodeMatch: "NOT_PROCESSED",
      traderCityMatch: "NOT_PROCESSED",
      traderCompanyTypeMatch: "NOT_PROCESSED",
    },
  };
}

const refuse = (status: number, error: string, message?: string): Reply => ({
  status,
  value: { actionSucceed: false, errorWrappers: [{ error, ...(message && { message }) }] },
});
