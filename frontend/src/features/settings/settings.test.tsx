// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { FIXTURE_LOGIN, type FixtureApi } from "@test/fixture-api";
import { enter, serve, show } from "@test/render";
import { useMe } from "@/features/auth";
import { accessToken } from "@/shared/api/session";
import type { User } from "@/shared/api/types";
import { language } from "@/shared/i18n";
import { AccountData, DancePreferences, LanguageChoice, NameForm, PasswordForm, SessionList } from "./index";

let server: FixtureApi;
beforeEach(async () => {
  server = serve();
  await enter();
  language.set("en");
});

const me = async () => (await (await ask("/api/auth/me/")).json()) as User;
const ask = (path: string) => fetch(path, { headers: { Authorization: `Bearer ${accessToken() ?? ""}` } });

function Preferences({ onCaptions = () => undefined }: { onCaptions?: (on: boolean) => void }) {
  const { data } = useMe();
  return data ? <DancePreferences preferences={data.preferences} onCaptions={onCaptions} /> : null;
}

it("saves each preference as it is chosen", async () => {
  const onCaptions = vi.fn();
  show(<Preferences onCaptions={onCaptions} />);
  await userEvent.click(await screen.findByRole("radio", { name: "Sensual" }));
  expect(await screen.findByText("Saved")).toBeVisible();
  await userEvent.click(screen.getByRole("radio", { name: "Follow" }));
  await userEvent.click(screen.getByRole("switch", { name: "Captions" }));
  expect(screen.getByRole("switch", { name: "Captions" })).not.toBeChecked();
  await expect
    .poll(async () => (await me()).preferences)
    .toMatchObject({ style: "sensual", role: "follow", captions: false, difficulty: "beginner" });
  expect(onCaptions).toHaveBeenCalledWith(false);
});

it("goes back to what holds where a choice could not be saved", async () => {
  show(<Preferences />);
  const answers = globalThis.fetch;
  await screen.findByRole("radio", { name: "Sensual" });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await userEvent.click(screen.getByRole("radio", { name: "Sensual" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("The server does not answer.");
  expect(screen.getByRole("radio", { name: "Romantic" })).toBeChecked();
  vi.stubGlobal("fetch", answers);
});

it("takes the language along with the account", async () => {
  show(<LanguageChoice />);
  await userEvent.click(screen.getByRole("radio", { name: "Español" }));
  expect(await screen.findByText("Idioma")).toBeVisible();
  await expect.poll(async () => (await me()).preferences.language).toBe("es");
});

it("calls one by another name", async () => {
  show(<NameForm name="Ana" />);
  await userEvent.clear(screen.getByLabelText("Your name"));
  await userEvent.type(screen.getByLabelText("Your name"), "Ana María");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeVisible();
  expect((await me()).display_name).toBe("Ana María");
});

it("says at its field what is wrong with a password, and changes it", async () => {
  show(<PasswordForm email={FIXTURE_LOGIN.email} />);
  const type = async (now: string, next: string) => {
    await userEvent.clear(screen.getByLabelText("Your password now"));
    await userEvent.type(screen.getByLabelText("Your password now"), now);
    await userEvent.clear(screen.getByLabelText("Your new password"));
    await userEvent.type(screen.getByLabelText("Your new password"), next);
    await userEvent.click(screen.getByRole("button", { name: "Change the password" }));
  };
  await type("wrong", "another sentence");
  expect(await screen.findByText("That is not your password.")).toBeVisible();
  expect(screen.getByLabelText("Your password now")).toBeInvalid();
  await type(FIXTURE_LOGIN.password, "1234567890");
  expect(await screen.findByText("This password is too common.")).toBeVisible();
  expect(screen.getByLabelText("Your new password")).toBeInvalid();
  await type(FIXTURE_LOGIN.password, "another sentence");
  expect(await screen.findByText(/Your password is changed/)).toBeVisible();
  expect(screen.getByLabelText("Your new password")).toHaveValue("");
});

it("shows where one is signed in, and ends one session or all others", async () => {
  show(<SessionList />);
  const here = (await screen.findByText("Chrome on Linux")).closest("li") as HTMLElement;
  expect(within(here).getByText("This device")).toBeVisible();
  expect(within(here).queryByRole("button")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "End the session of curl" }));
  await expect.poll(() => screen.getAllByRole("listitem").length).toBe(2);
  await userEvent.click(screen.getByRole("button", { name: "End all other sessions" }));
  await expect.poll(() => screen.getAllByRole("listitem").length).toBe(1);
});

it("saves everything as a file", async () => {
  const saved: string[] = [];
  URL.createObjectURL = () => "blob:export";
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(`${this.download} ${this.href}`);
  });
  show(<AccountData email={FIXTURE_LOGIN.email} onClosed={() => undefined} />);
  await userEvent.click(screen.getByRole("button", { name: "Download my data" }));
  await expect.poll(() => saved).toEqual(["bachata-buddy-export.json blob:export"]);
});

it("closes the account only after the address and the right password", async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  const onClosed = vi.fn();
  show(<AccountData email={FIXTURE_LOGIN.email} onClosed={onClosed} />);
  await userEvent.click(screen.getByRole("button", { name: "Close my account" }));
  const sure = screen.getByRole("button", { name: "Close it for good" });
  await userEvent.type(screen.getByLabelText("Password"), "wrong");
  expect(sure).toBeDisabled();
  await userEvent.type(screen.getByLabelText(/^Type ana@/), FIXTURE_LOGIN.email);
  await userEvent.click(sure);
  expect(await screen.findByText("That is not your password.")).toBeVisible();
  expect(onClosed).not.toHaveBeenCalled();
  await userEvent.clear(screen.getByLabelText("Password"));
  await userEvent.type(screen.getByLabelText("Password"), FIXTURE_LOGIN.password);
  await userEvent.click(sure);
  await expect.poll(accessToken).toBeNull();
  expect(onClosed).toHaveBeenCalledOnce();
  expect(server.asked.filter((door) => door === "POST /api/auth/close/")).toHaveLength(2);
});

it("keeps the room of a name that is not known yet, and saves none", () => {
  show(<NameForm name={null} />);
  expect(screen.getByLabelText("Your name")).toHaveValue("");
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
});
