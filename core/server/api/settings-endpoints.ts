import { z } from "zod";
import { languageSchema, merchantSettingsSchema } from "#domain/merchant";
import { emailSchema } from "#domain/party";
import { found, json, valueOf } from "./answer.ts";
import { readJson, type Endpoints } from "./signed-call.ts";

/** Sections to replace. Their content is checked by the settings' own schema. */
const changeSchema = z.strictObject(
  Object.fromEntries(
    Object.keys(merchantSettingsSchema.shape).map((section) => [section, z.unknown().optional()]),
  ),
);

const text = z.string().max(10_000);
const textsSchema = z.strictObject({
  language: languageSchema,
  paidState: z.enum(["paid", "toBePaid", "credited"]),
  caption: text,
  subject: text,
  body: text,
});

export const settingsEndpoints: Endpoints = {
  "GET /home": async ({ desk }) => json(await desk.loadHome()),
  "GET /settings": async ({ desk }) => json(await desk.loadSettings()),

  "PUT /settings": async (call) =>
    json(valueOf(await call.desk.changeSettings(readJson(call, changeSchema)))),

  "GET /journals": async ({ desk }) => json(await desk.listJournals()),
  "GET /numbers": async ({ desk }) => json(await desk.previewNumbers()),
  "GET /logo": async ({ desk }) => ({ file: found(await desk.readLogo(), "logo") }),

  "PUT /logo": async ({ desk, contentType, body }) =>
    json(valueOf(await desk.changeLogo(contentType, new Uint8Array(body)))),

  "POST /text-preview": async (call) =>
    json(valueOf(await call.desk.previewTexts(readJson(call, textsSchema)))),

  "POST /test-mail": async (call) => {
    const { recipient } = readJson(call, z.strictObject({ recipient: emailSchema.min(1) }));
    valueOf(await call.desk.sendTestMail(recipient));
    return json({});
  },
};
