// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { FIXTURE_LOGIN } from "@test/fixture-api";
import { serve, show } from "@test/render";
import { accessToken, closeSession } from "@/shared/api/session";
import { SignInForm, SignUpForm } from "./index";

beforeEach(() => {
  closeSession();
  serve();
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
