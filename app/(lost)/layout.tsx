export { default } from "../(console)/layout";
