import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { z } from "zod";

export const codeMinutes = 10;

/**
 * better-auth for a person whom we know already: their proof came from a passkey, a provider or a directory, and was checked by us.
 * It opens the sign-in, or asks for the code of the second factor, exactly as better-auth does after a password. Both can be called
 * by the server only.
 */
export const provenSignIns = {
  id: "proven-sign-ins",
  endpoints: {
    signInProven: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ personId: z.string() }) },
      async (call) => {
        const { internalAdapter } = call.context;
        const user = await internalAdapter.findUserById(call.body.personId);
        if (!user) throw new Error("the person is gone");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(call, { session, user });
        return call.json({ token: session.token });
      },
    ),
    askForCode: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ personId: z.string(), expiresAt: z.date() }) },
      async (call) => {
        const { internalAdapter, createAuthCookie, secret } = call.context;
        const cookie = createAuthCookie("two_factor", { maxAge: codeMinutes * 60 });
        const identifier = `2fa-${generateRandomString(20)}`;
        const { personId, expiresAt } = call.body;
        await internalAdapter.createVerificationValue({ identifier, value: personId, expiresAt });
        const counted = { identifier: `2fa-attempts-${identifier}`, value: "0", expiresAt };
        await internalAdapter.createVerificationValue(counted);
        await call.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        return call.json({ identifier });
      },
    ),
  },
} as const;
