import type { User } from "../src/shared/api/types.ts";
import { json, problem } from "./fixture-answers.ts";

const PASSWORD = "one two three tap";

const device = (index: number, current: boolean, agent: string) => ({
  id: `de7c0000-0000-4000-8000-00000000000${index}`,
  device: agent,
  created_at: new Date(Date.UTC(2026, 10, index, 9)).toISOString(),
  last_used_at: new Date(Date.UTC(2026, 10, index, 20, 30)).toISOString(),
  expires_at: new Date(Date.UTC(2026, 11, index, 9)).toISOString(),
  current,
});

/** What one may change of an account, in memory; the user given is changed in place, as a row would be. */
export function createAccountFixtures() {
  let sessions = [
    device(3, true, "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36"),
    device(2, false, "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"),
    device(1, false, "curl/8.5.0"),
  ];

  /** Answer what concerns the account; null for the rest. */
  return async (request: Request, user: User): Promise<Response | null> => {
    const { pathname } = new URL(request.url);
    switch (`${request.method} ${pathname.replace(/\/sessions\/[\w-]+\//, "/sessions/{id}/")}`) {
      case "PATCH /api/auth/me/": {
        const { display_name } = (await request.json()) as { display_name: string };
        Object.assign(user, { display_name });
        return json(200, user);
      }
      case "PATCH /api/auth/preferences/":
        Object.assign(user.preferences, await request.json());
        return json(200, user.preferences);
      case "GET /api/auth/sessions/":
        return json(200, sessions);
      case "DELETE /api/auth/sessions/":
        sessions = sessions.filter(({ current }) => current);
        return new Response(null, { status: 204 });
      case "DELETE /api/auth/sessions/{id}/":
        sessions = sessions.filter(({ id }) => !pathname.includes(id));
        return new Response(null, { status: 204 });
      case "POST /api/auth/password/": {
        const given = (await request.json()) as { current_password: string; new_password: string };
        if (given.current_password !== PASSWORD)
          return problem(400, "wrong_password", "The password is wrong.");
        if (given.new_password === "1234567890")
          return problem(400, "weak_password", "This password is too common.");
        sessions = sessions.filter(({ current }) => current);
        return json(200, { access: "access-1", access_expires_in_s: 300, refresh: null, user });
      }
      case "GET /api/auth/export/":
        return json(200, { account: { email: user.email } });
      case "POST /api/auth/close/": {
        const { password } = (await request.json()) as { password: string };
        return password === PASSWORD
          ? new Response(null, { status: 204 })
          : problem(400, "wrong_password", "The password is wrong.");
      }
      default:
        return null;
    }
  };
}
