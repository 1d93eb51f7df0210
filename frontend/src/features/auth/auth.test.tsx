// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { createFixtureApi, FIXTURE_LOGIN, FIXTURE_RESET_HASH } from "@test/fixture-api";
import { serve, show } from "@test/render";
import { accessToken, closeSession } from "@/shared/api/session";
import type { User } from "@/shared/api/types";
import { language } from "@/shared/i18n";
import { ForgotForm, NewPasswordForm, SignInForm, SignUpForm } from "./index";

beforeEach(() => {
  closeSession();
  serve();
  language.set("en");
});

async function signInWith(password: string) {
  show(<SignInForm />);
  await userEvent.type(screen.getByLabelText("Email"), FIXTURE_LOGIN.email);
  await userEvent.type(screen.getByLabelText("Password"), password);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

it("signs in", async () => {
  await signInWith(FIXTURE_LOGIN.password);
  await expect.poll(accessToken).toMatch(/^access-/);
});

it("says in plain words that the password is wrong, and lets one try again", async () => {
  await signInWith("wrong");
  expect(await screen.findByRole("alert")).toHaveTextContent("Email and password do not fit together.");
  expect(accessToken()).toBeNull();
  expect(screen.getByRole("button", { name: "Sign in" })).toBeEnabled();
});

it("names the field of a new account that the server refused", async () => {
  show(<SignUpForm />);
  await userEvent.type(screen.getByLabelText("What should we call you?"), "Ana");
  await userEvent.type(screen.getByLabelText("Email"), FIXTURE_LOGIN.email);
  await userEvent.type(screen.getByLabelText("Password"), "another sentence");
  await userEvent.click(screen.getByRole("button", { name: "Create an account" }));

  expect(await screen.findByText("An account with this email exists already.")).toBeVisible();
  expect(screen.getByLabelText("Email")).toBeInvalid();
});

it("speaks the language of the account from the sign-in on", async () => {
  language.set("es");
  show(<SignInForm />);
  await userEvent.type(screen.getByLabelText("Correo electrónico"), FIXTURE_LOGIN.email);
  await userEvent.type(screen.getByLabelText("Contraseña"), FIXTURE_LOGIN.password);
  await userEvent.click(screen.getByRole("button", { name: "Entrar" }));
  expect(await screen.findByRole("button", { name: "Sign in" })).toBeVisible();
});

it("gives a new account the language that was read at the door", async () => {
  language.set("es");
  show(<SignUpForm />);
  await userEvent.type(screen.getByLabelText("¿Cómo te llamamos?"), "Ana");
  await userEvent.type(screen.getByLabelText("Correo electrónico"), "nueva@example.org");
  await userEvent.type(screen.getByLabelText("Contraseña"), "another sentence");
  await userEvent.click(screen.getByRole("button", { name: "Crear cuenta" }));
  const preferred = async () => {
    const headers = { Authorization: `Bearer ${accessToken() ?? ""}` };
    const answer = await fetch("/api/auth/me/", { headers });
    return answer.ok ? ((await answer.json()) as User).preferences.language : null;
  };
  await expect.poll(preferred).toBe("es");
  expect(language.get()).toBe("es");
});

describe("a forgotten password", () => {
  it("is helped by a link that is asked for by email", async () => {
    language.set("es");
    const api = serve();
    show(<ForgotForm />);
    await userEvent.type(await screen.findByLabelText("Correo electrónico"), "nadie@example.org");
    await userEvent.click(screen.getByRole("button", { name: "Enviarme el enlace" }));
    expect(await screen.findByRole("status")).toHaveTextContent("Si nadie@example.org tiene una cuenta aquí");
    expect(api.asked).toContain("POST /api/auth/password/reset/");
  });

  it("is not helped where no mail is sent, and says whom to ask", async () => {
    serve(createFixtureApi({ delivery: "none" }));
    show(<ForgotForm />);
    expect(await screen.findByText(/This site sends no mail/)).toBeVisible();
    expect(screen.queryByLabelText("Email")).not.toBeInTheDocument();
  });

  it("says where the link appears on a machine without a mail server", async () => {
    serve(createFixtureApi({ delivery: "console" }));
    show(<ForgotForm />);
    expect(await screen.findByText(/the link appears in the terminal/)).toBeVisible();
    await userEvent.type(screen.getByLabelText("Email"), FIXTURE_LOGIN.email);
    await userEvent.click(screen.getByRole("button", { name: "Send me the link" }));
    expect(await screen.findByRole("heading", { name: "Look into the terminal" })).toBeVisible();
    expect(screen.queryByText("Look into your mail")).not.toBeInTheDocument();
  });

  it("says at the field what is wrong with the new one", async () => {
    show(<NewPasswordForm hash={FIXTURE_RESET_HASH} onSaved={() => undefined} />);
    await userEvent.type(screen.getByLabelText("New password"), "1234567890");
    await userEvent.click(screen.getByRole("button", { name: "Save the password" }));
    expect(await screen.findByText("This password is too common.")).toBeVisible();
    expect(screen.getByLabelText("New password")).toBeInvalid();
  });

  it.each([
    ["", "nothing"],
    ["#05e50000-0000-4000-8000-000000000001", "no token"],
    ["#1/../../x", "something else"],
  ])("is not set by a link that holds %s (%s)", (hash) => {
    show(<NewPasswordForm hash={hash} onSaved={() => undefined} />);
    expect(screen.getByRole("alert")).toHaveTextContent("This link is no longer good");
    expect(screen.getByRole("link", { name: "Ask for a new link" })).toHaveAttribute(
      "href",
      "/forgot-password",
    );
  });

  it("is not set by a link that was used", async () => {
    show(<NewPasswordForm hash={`${FIXTURE_RESET_HASH}x`} onSaved={() => undefined} />);
    await userEvent.type(screen.getByLabelText("New password"), "five six seven tap");
    await userEvent.click(screen.getByRole("button", { name: "Save the password" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("This link is no longer good");
  });
});
