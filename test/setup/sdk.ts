import { packSdk } from '../kit/packed-sdk.ts';

/** Once before all tests that install the SDK. */
export const setup = packSdk;
