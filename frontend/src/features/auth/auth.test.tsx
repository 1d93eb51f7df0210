// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { FIXTURE_LOGIN } from "@test/fixture-api";
import { serve, show } from "@test/render";
import { accessToken, closeSession } from "@/shared/api/session";
import type { User } from "@/shared/api/types";
import { language } from "@/shared/i18n";
import { SignInForm, SignUpForm } from "./index";

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
