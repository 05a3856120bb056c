export default function Index(){return <p>hi</p>}
