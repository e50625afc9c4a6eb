import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormLayout, Link, Text } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { FormChoice, FormNumber, FormSwitch } from "../components/form/fields.tsx";
import { SettingsPage } from "../components/form/settings-page.tsx";
import { useSettingsForm } from "../components/form/use-settings-form.ts";
import { SectionCard } from "../components/section-card.tsx";
import { saveSettings } from "../requests/save-settings.server.ts";
import { paymentWords as words } from "../wording/settings.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { payment } = await desk.loadSettings();
  return { payment };
}

export const action = (args: ActionFunctionArgs) => saveSettings(args, ["payment"]);

export default function PaymentSettings() {
  const form = useSettingsForm(useLoaderData<typeof loader>());
  const { terms, bank } = words;
  return (
    <SettingsPage title={words.title} form={form}>
      <SectionCard title={terms.title} text={terms.text}>
        <FormLayout>
          <FormLayout.Group>
            <FormNumber
              form={form}
              path="payment.termDays"
              label={terms.termDays}
              helpText={terms.termDaysHelp}
              suffix={terms.days}
            />
            <FormChoice
              form={form}
              path="payment.reference"
              label={terms.reference}
              helpText={terms.referenceHelp}
              options={[
                { value: "usual", label: terms.usual },
                { value: "structured", label: terms.structured },
                { value: "rf", label: terms.rf },
                { value: "number", label: terms.number },
              ]}
            />
          </FormLayout.Group>
          <FormSwitch
            form={form}
            path="payment.showsQr"
            label={terms.showsQr}
            helpText={terms.showsQrHelp}
          />
          <Text as="p" tone="subdued">
            {bank.text} <Link url="/app/settings/seller">{bank.link}</Link>
          </Text>
        </FormLayout>
      </SectionCard>
    </SettingsPage>
  );
}
