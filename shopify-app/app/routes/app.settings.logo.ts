import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Desk } from "#server/wiring";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import type { LogoOutcome } from "../components/settings/logo-card.tsx";
import { fileResponse } from "../requests/file-response.server.ts";
import { readUpload } from "../requests/read-upload.server.ts";
import { refuse } from "../requests/refuse.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  return fileResponse(await desk.readLogo());
}

export async function action(args: ActionFunctionArgs): Promise<LogoOutcome> {
  const { desk } = await authenticateAdmin(args);
  return args.request.method === "DELETE" ? removeLogo(desk) : saveLogo(desk, args.request);
}

async function saveLogo(desk: Desk, request: Request): Promise<LogoOutcome> {
  const file = await readUpload(request, "logo");
  if (!file) refuse(400, "Expected a file in the field logo");
  const saved = await desk.changeLogo(file.type, new Uint8Array(await file.arrayBuffer()));
  return { problem: saved.ok ? "" : saved.problem.message, hasLogo: true };
}

async function removeLogo(desk: Desk): Promise<LogoOutcome> {
  const { brand } = await desk.loadSettings();
  const saved = await desk.changeSettings({ brand: { ...brand, logo: null } });
  return { problem: saved.ok ? "" : saved.problem.message, hasLogo: false };
}
