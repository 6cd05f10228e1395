import Loading from "../statements/loading";

export default Loading;
