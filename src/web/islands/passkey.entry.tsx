import { hydrate } from "./hydrate.tsx";
import { PasskeyButton } from "./passkey.tsx";

hydrate("passkey", PasskeyButton);
