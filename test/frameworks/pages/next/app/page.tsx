import { Maps } from './maps';

/** Made on the server: the tag is in the page that is sent, and the maps come with the script. */
export default function Page() {
  return <Maps />;
}
